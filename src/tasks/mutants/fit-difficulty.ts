/** Fits what a task's measures weigh, so that their sum tells how likely the search agent is to fail. */

export interface FittedTask {
  readonly features: readonly number[];
  readonly isSolved: boolean;
}

export interface FittedWeights {
  readonly base: number;
  readonly features: readonly number[];
}

/** Keeps weights of what hardly varies small. */
const RIDGE = 0.01;
const ROUNDS = 4000;
const RATE = 0.5;

/** Logistic regression by gradient descent from zero: the same tasks give the same weights. */
export function fitDifficulty(tasks: readonly FittedTask[]): FittedWeights {
  const width = tasks[0]?.features.length ?? 0;
  let base = 0;
  let weights: readonly number[] = Array.from({ length: width }, () => 0);
  for (let round = 0; round < ROUNDS && tasks.length > 0; round += 1) {
    let slope = 0;
    const slopes = weights.map((weight) => RIDGE * weight * tasks.length);
    for (const { features, isSolved } of tasks) {
      const sum = weights.reduce((total, weight, place) => total + weight * (features[place] ?? 0), base);
      const off = 1 / (1 + Math.exp(-sum)) - (isSolved ? 0 : 1);
      slope += off;
      for (const [place, value] of features.entries()) slopes[place] = (slopes[place] ?? 0) + off * value;
    }
    base -= (RATE * slope) / tasks.length;
    weights = weights.map((weight, place) => weight - (RATE * (slopes[place] ?? 0)) / tasks.length);
  }
  return { base, features: weights };
}
