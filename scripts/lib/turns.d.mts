/** Which of so many turns is today's, from 0. */
export declare function turnOfToday(turns: number): number;
