/** The second quarter of the programs against their corpora. */
import { describeCorpus } from "../support/describe-corpus.ts";

describeCorpus(1);
