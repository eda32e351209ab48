/** How pass@1 and the return change over training, for runs that carry its steps. */
import { formatPercent, formatPlain } from "../logic/format.ts";
import { type Curve, type Measure, Plot } from "./plot.tsx";

const PASS: Measure = {
  value: ({ solved }) => solved,
  show: formatPercent,
  range: [0, 1],
  band: ({ solvedBand }) => solvedBand,
};
const RETURN: Measure = {
  value: ({ meanReturn }) => meanReturn,
  show: (value) => formatPlain(value, 2),
  band: ({ returnBand }) => returnBand,
};

export function LearningCurve({ curves }: { readonly curves: readonly Curve[] }) {
  if (curves.length === 0) return null;
  return (
    <section class="panel curve" aria-labelledby="curve-title">
      <div class="panel-head">
        <h2 id="curve-title">Learning curve</h2>
        <span class="aside">
          over training steps; each point is the mean of the episodes around it, in a band of 95 %
        </span>
      </div>
      <div class="plots">
        <div>
          <h3>pass@1</h3>
          <Plot curves={curves} measure={PASS} />
        </div>
        <div>
          <h3>Return</h3>
          <Plot curves={curves} measure={RETURN} />
        </div>
      </div>
      <div class="unseen">
        <table>
          <caption>pass@1 and return by training step</caption>
          <thead>
            <tr>
              <th scope="col">Run</th>
              <th scope="col">Training step</th>
              <th scope="col">pass@1</th>
              <th scope="col">Return</th>
            </tr>
          </thead>
          <tbody>
            {curves.flatMap(({ name, points }) =>
              points.map(({ trainingStep, solved, meanReturn }) => (
                <tr key={`${name} ${trainingStep}`}>
                  <th scope="row">{name}</th>
                  <td>{Math.round(trainingStep)}</td>
                  <td>{formatPercent(solved)}</td>
                  <td>{formatPlain(meanReturn)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}
