import { type Advice, adviceText } from '../../../shared/domain/tasks/task.ts';

/** 建议催付 / 不建议催付 with its reason; nothing where the question does not arise. */
export function AdviceTag({ advice }: { readonly advice: Advice | null }) {
  if (!advice) return null;
  const text = adviceText(advice);
  return (
    <span className="advice truncate" data-kind={advice.kind} title={text}>
      {text}
    </span>
  );
}
