#!/usr/bin/env node
/** The `tracefix` command. */
