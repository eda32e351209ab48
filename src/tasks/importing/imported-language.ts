/** The language of all data that can be imported. */
export const IMPORTED_LANGUAGE = "python";
