import { AppError } from '../../../shared/errors.ts';

/** Reports have up to a hundred columns; a cell far to the right would make every row as long as a sheet is wide. */
export const MAX_COLUMNS = 1024;
/** Excel holds no more. */
export const MAX_ROWS = 1_048_576;
/** A spreadsheet holds 32 767; what is longer than this is no report. */
export const MAX_CELL_CHARS = 1_000_000;
/** A book of reports has a dozen; a list without end is made to hold up. */
export const MAX_SHEETS = 200;

export const TOO_FAR_RIGHT = `这一行在第 ${MAX_COLUMNS} 列之后还有内容，不是报表的列；请核对原始文件，或重新导出后再导入`;

export function tooManyRows(): AppError {
  return refuse(`工作表超过 ${MAX_ROWS} 行，不是正常的报表；请缩短导出的时间范围，或导出为 .csv`);
}

export function tooManySheets(): AppError {
  return refuse(`工作簿超过 ${MAX_SHEETS} 个工作表，不是正常的报表；请重新导出`);
}

export function tooLongCell(place: string): AppError {
  return refuse(`${place}的内容超过 100 万字，不是正常的报表；请重新导出后再导入`);
}

function refuse(message: string): AppError {
  return new AppError('invalid-input', message);
}
