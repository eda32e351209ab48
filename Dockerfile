# The image of a Space and of OpenEnv's tools: ports 7860 and 8000, any user, a read-only root, only /tmp to write to.
ARG NODE_IMAGE=node:24-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY scripts ./scripts
# `npm ci` by the lock file, in a layer of its own; the build below then knows that it was done.
RUN node --eval 'import("./scripts/lib/install.mjs").then(({ ensureInstalled }) => ensureInstalled())'
COPY . .
# Afterwards the sandbox's image holds all of Pyodide that is needed, the command's bundle all libraries but the store's, and
# nobody reads types and maps.
RUN npm run build \
  && npm prune --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/pyodide node_modules/@libsql/*-musl* \
  && find node_modules dist -type f \( -name '*.map' -o -name '*.ts' -o -name '*.mts' -o -name '*.cts' \) -delete \
  && chmod -R a+rX /app

FROM ${NODE_IMAGE}
LABEL org.opencontainers.image.title="TraceFix-RL" \
  org.opencontainers.image.description="An OpenEnv environment in which an agent learns to debug as an engineer does" \
  org.opencontainers.image.version="1.0.0" \
  org.opencontainers.image.licenses="Apache-2.0" \
  org.opencontainers.image.base.name="docker.io/library/node:24-slim"
# The base image's own user has the id 1000.
RUN userdel --remove node && useradd --uid 1000 --create-home --shell /usr/sbin/nologin appuser
WORKDIR /app
COPY --from=build /app/package.json /app/README.md /app/LICENSE /app/THIRD_PARTY_NOTICES.md /app/openenv.yaml ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/.cache/python-image ./.cache/python-image
COPY --from=build /app/programs ./programs
COPY --from=build /app/catalogue ./catalogue
COPY --from=build /app/dist ./dist
RUN printf '#!/bin/sh\nexec node --max-semi-space-size=1 /app/dist/cli/main.js serve "$@"\n' > /usr/local/bin/server \
  && printf '#!/bin/sh\nexec node /app/dist/cli/main.js "$@"\n' > /usr/local/bin/tracefix \
  && chmod 755 /usr/local/bin/server /usr/local/bin/tracefix

ENV NODE_ENV=production \
  HOST=0.0.0.0 \
  PORT=7860 \
  EXTRA_PORT=8000 \
  ENABLE_WEB_INTERFACE=true \
  DATA_DIR=/tmp/tracefix \
  RETENTION_BYTES=134217728 \
  WATCH=on
USER appuser
EXPOSE 7860 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["server"]
