import { Button } from 'antd';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { useAppState } from '../../../lib/main-process/app-state.ts';
import { useNavigation } from '../../../lib/place/navigation.ts';
import { formatMoment } from '../../../lib/time/format.ts';
import { useNow } from '../../../lib/time/now.ts';
import { Kbd } from '../../../ui/facts/kbd.tsx';
import { LeftOutNote } from '../../../ui/facts/left-out-note.tsx';
import { Money } from '../../../ui/facts/money.tsx';
import { useFeedback } from '../../../ui/feedback.tsx';
import { COUNT_KINDS, COUNT_LABELS } from '../count-labels.ts';
import { useDismissImport, useUndoImports } from '../mutations.ts';
import type { CommittedJob } from '../sort-jobs.ts';
import { useFocusWhen } from '../use-focus-when.ts';
import { EffectList } from './effect-list.tsx';
import { ShareResult } from './share-result.tsx';
import { sumEffects } from './sum-effects.ts';

type Props = { readonly jobs: readonly CommittedJob[]; readonly takesFocus: boolean };

const TONES = ['won', 'todo', 'lost'] as const;
const HEADINGS = { won: '催回', todo: '新的待办', lost: '未付关闭' } as const;

/** `新增 1,204 · 更新 36 · 无变化 8` */
function countLine(jobs: readonly CommittedJob[]): string {
  const sums = COUNT_KINDS.map((kind) => {
    const count = jobs.reduce((sum, { state }) => sum + state.run.counts[kind], 0);
    return { kind, count };
  });
  return sums
    .filter(({ kind, count }) => count > 0 || kind === 'new')
    .map(({ kind, count }) => `${COUNT_LABELS[kind]} ${count.toLocaleString('zh-CN')}`)
    .join(' · ');
}

/** The three numbers that an agent waits for: won, to do, lost. */
function Figures({ effects }: { readonly effects: ReturnType<typeof sumEffects> }) {
  return (
    <dl className="imports-figures">
      {TONES.map((tone) => {
        const own = effects.filter((effect) => effect.tone === tone);
        const count = own.reduce((sum, effect) => sum + effect.count, 0);
        const amountFen = own.reduce((sum, effect) => sum + (effect.amountFen ?? 0), 0);
        return (
          <div key={tone} className="imports-figure" data-tone={tone} data-zero={count === 0}>
            <dt>{HEADINGS[tone]}</dt>
            <dd>
              <span className="imports-figure-money numeric">
                <Money fen={amountFen} />
              </span>
              <span className="numeric muted">{count.toLocaleString('zh-CN')} 单</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** The import as the agent waits for it: yesterday's work paid off, new tasks, orders that were lost. */
export function ResultCard({ jobs, takesFocus }: Props) {
  const { openDue } = useNavigation();
  const { shops } = useAppState();
  const feedback = useFeedback();
  const dismiss = useDismissImport();
  const nowMs = useNow(MINUTE);
  const ids = jobs.map(({ id }) => id);
  const undo = useUndoImports({
    onSuccess() {
      feedback.done(`已撤销 ${jobs.length} 个文件的导入`);
      dismiss.mutate(ids);
    },
  });
  const button = useFocusWhen<HTMLButtonElement>(takesFocus);
  const effects = sumEffects(jobs.map(({ state }) => state.effects));
  const atMs = Math.max(...jobs.map(({ state }) => state.run.atMs));
  const names = [...new Set(jobs.map(({ shopId }) => shops.find(({ id }) => id === shopId)?.name ?? ''))];
  const title = `${names.join('、')} · ${formatMoment(atMs, nowMs)}`;
  const counts = countLine(jobs);
  return (
    <section className="imports-card imports-result" aria-label="导入结果">
      <header>
        <h2>已导入</h2>
        <span className="muted">{title}</span>
      </header>
      <Figures effects={effects} />
      {effects.length > 0 && <EffectList effects={effects} />}
      <p className="muted numeric" role="status">
        {counts}
        {jobs.length === 1 ? ` · ${jobs[0]?.fileName}` : ` · ${jobs.length} 个文件`}
      </p>
      {jobs.map(({ id, state }) => (
        <LeftOutNote key={id} leftOut={state.leftOut} className="imports-note" />
      ))}
      <footer className="imports-decision">
        <Button
          ref={button}
          type="primary"
          onClick={() => {
            dismiss.mutate(ids);
            openDue();
          }}
        >
          开始催付 <Kbd keys="Enter" />
        </Button>
        <ShareResult title={title} effects={effects} counts={counts} atMs={atMs} />
        <Button disabled={undo.isPending} onClick={() => undo.mutate(jobs.map(({ state }) => state.run.id))}>
          撤销导入
        </Button>
        <Button type="text" onClick={() => dismiss.mutate(ids)}>
          收起
        </Button>
      </footer>
    </section>
  );
}
