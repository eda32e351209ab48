/** Where it is written down what the pictures in `docs/` were made from. */
export declare const PICTURES: string;
/** A hash of the page's sources and of what makes the pictures. */
export declare function hashPictureSources(): string;
