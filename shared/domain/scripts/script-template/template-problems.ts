import { parsePart } from './parse-template.ts';

/** The first thing that is wrong with the tags of a script, with its place; `undefined` if it can be saved. */
export function firstTemplateProblem(parts: readonly string[]): string | undefined {
  for (const [index, part] of parts.entries()) {
    const [problem] = parsePart(part).problems;
    if (problem) return `第 ${index + 1} 段：${problem.message}`;
  }
  return undefined;
}
