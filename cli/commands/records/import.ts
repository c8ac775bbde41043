import { effectText } from '../../../shared/domain/import-effect.ts';
import { PLATFORM_LABELS, PLATFORMS } from '../../../shared/domain/team/shop.ts';
import { type Invocation, type StoreCommand, UsageError } from '../../command.ts';
import { type FileOutcome, importForShop } from '../../import-for-shop.ts';
import { oneOf, required } from '../../values.ts';

function runOf(file: string, outcome: FileOutcome) {
  if (outcome.kind === 'unreadable') {
    return {
      file,
      format: null,
      rows: 0,
      new: 0,
      changed: 0,
      unchanged: 0,
      rejected: [],
      leftOut: [],
      remarks: [],
      notes: [],
      effects: [],
      error: outcome.reason,
    };
  }
  const { rows, new: added, changed, unchanged } = outcome.counts;
  const { format, rejected, remarks, leftOut, notes } = outcome;
  const effects = outcome.effects.map(({ key, label, count, amountFen, hint }) => ({
    key,
    label,
    count,
    amountFen,
    hint,
  }));
  return { file, format, rows, new: added, changed, unchanged, rejected, remarks, leftOut, notes, effects };
}

type Run = ReturnType<typeof runOf>;

function linesOf(one: Run): string[] {
  if ('error' in one) return [];
  const { file, rows, changed, unchanged, rejected, remarks, leftOut, notes, effects } = one;
  return [
    `${file}：${rows} 行，新增 ${one.new}，更新 ${changed}，无变化 ${unchanged}，未导入 ${rejected.length}`,
    ...effects.map((effect) => `  ${effectText(effect)}`),
    ...leftOut.map(({ sheet, reason }) => `  工作表「${sheet}」未导入：${reason}`),
    ...notes.map((note) => `  ${note}`),
    ...rejected.map(({ sheet, row, column, value, reason }) => {
      const place = sheet === undefined ? '' : `工作表「${sheet}」`;
      return `  ${place}第 ${row} 行 ${column}「${value}」：${reason}`;
    }),
    ...remarks.map(({ row, column, reason }) => `  第 ${row} 行 ${column}：${reason}`),
  ];
}

function run({ core, positionals, values }: Invocation) {
  if (positionals.length === 0) throw new UsageError('请给出要导入的文件');
  const name = required(values, 'shop');
  const platform = oneOf(required(values, 'platform'), PLATFORMS, '--platform');
  const isDryRun = values['dry-run'] === true;
  const runs = positionals.map((file) =>
    runOf(file, importForShop(core, { path: file, shop: { name, platform }, isDryRun })),
  );
  const errors = runs.flatMap((one) => ('error' in one ? [`${one.file}：未导入。${one.error}`] : []));
  const exitCode = errors.length > 0 ? (1 as const) : (0 as const);
  return { json: { runs }, lines: runs.flatMap(linesOf), errors, exitCode };
}

export const importCommand: StoreCommand = {
  name: 'import',
  usage: 'import FILE… --shop NAME --platform P [--dry-run]',
  summary: '导入订单、宝贝与退款报表（csv、tsv、xlsx）',
  help: [
    '  FILE…          一个或多个文件，逐个导入；每个文件要么全部写入，要么都不写',
    '  --shop NAME    店铺名称，不存在时新建（必填）',
    `  --platform P   ${PLATFORMS.map((platform) => `${platform}（${PLATFORM_LABELS[platform]}）`).join('、')}（必填）`,
    '  --dry-run      只看会发生什么，不写入',
  ],
  options: {
    shop: { type: 'string' },
    platform: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  run,
};
