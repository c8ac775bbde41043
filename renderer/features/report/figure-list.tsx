type ShownFigure<Key extends string> = {
  readonly key: Key;
  readonly label: string;
  readonly formula: string;
  readonly value: string;
  /** How the number is made, so that a lead need not trust it blindly. */
  readonly meaning: string;
  readonly count: number;
};

type Props<Key extends string> = {
  readonly label: string;
  /** The word for what a number counts. */
  readonly noun: string;
  readonly figures: readonly ShownFigure<Key>[];
  readonly onDrill: (figure: ShownFigure<Key>) => void;
};

/** Pressing a number shows what it counts. */
export function FigureList<Key extends string>({ label: title, noun, figures, onDrill }: Props<Key>) {
  return (
    <section aria-label={title}>
      <dl className="report-headline">
        {figures.map((figure) => {
          const { key, label, formula, value, meaning } = figure;
          return (
            <div key={key} className="report-figure" title={formula}>
              <dt>{label}</dt>
              <dd>
                <button
                  type="button"
                  className="report-figure-value report-drill numeric"
                  disabled={figure.count === 0}
                  aria-label={`${label} ${value}，查看${noun}`}
                  onClick={() => onDrill(figure)}
                >
                  {value}
                </button>
              </dd>
              <dd className="muted">{meaning}</dd>
            </div>
          );
        })}
      </dl>
      <details className="report-notes muted">
        <summary>各项怎么算</summary>
        <ul>
          {figures.map(({ key, label, formula }) => (
            <li key={key}>
              {label}：{formula}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
