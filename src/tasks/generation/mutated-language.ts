/** The language whose syntax the operators know. */
export const MUTATED_LANGUAGE = "python";
