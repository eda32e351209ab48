/** The server has understood, and says no: to ask again would change nothing. */
export class RefusedError extends Error {}
