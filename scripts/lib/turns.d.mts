/** Days in which each slow test file has its turn. */
export declare const SLOW_TEST_TURNS: number;
/** Days in which each test file that is tried in samples has its turn. */
export declare const SAMPLED_TEST_TURNS: number;
/** Which of so many turns is today's, from 0, where each lasts so many days. */
export declare function turnOfToday(turns: number, days?: number): number;
