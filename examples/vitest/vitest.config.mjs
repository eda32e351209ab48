/** An episode takes as long as its agent thinks. */
export default { test: { testTimeout: 240_000 } };
