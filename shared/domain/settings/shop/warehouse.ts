import { z } from 'zod';
import { COVERAGE_FORM, coverageRuleOf } from '../../shipping/courier-coverage.ts';
import { declareSettings } from '../declaring/declaration.ts';

const CoverageLine = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .refine((line) => coverageRuleOf(line) !== null, { error: `每条写成 ${COVERAGE_FORM}` });

const WarehouseSettings = z.object({
  cutoff: z.int().min(0).max(1439),
  coverage: z.array(CoverageLine).max(500),
});

/** O8: until when the warehouse still ships on the day, and where the couriers of the shop do not go. */
export const warehouseSettings = declareSettings({
  key: 'warehouse',
  level: 'shop',
  title: '仓库与快递',
  schema: WarehouseSettings,
  defaults: { cutoff: 16 * 60, coverage: [] },
  changedBy: 'agent',
  fields: {
    cutoff: {
      label: '仓库截单',
      hint: '当天最后一次出库；仓库来问的，最晚在半小时前联系客户',
      input: { kind: 'minute-of-day' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    coverage: {
      label: '快递能不能到',
      hint: `每条写成 ${COVERAGE_FORM}，例如 中通 西藏 不到；地区越细越优先，没有写的不下结论`,
      input: { kind: 'words' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
  },
});
