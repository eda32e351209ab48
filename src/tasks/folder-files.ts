/** Text of each file of a program by its path within the folder, `/` between the parts, in the order of the paths. */
export type FolderFiles = ReadonlyMap<string, string>;
