const RIDDLE = /^(?:what|who|whom|whose|whoever|whatever|nobody|neither)\b/i;
/** A comment may begin with the duties that it is about: `X4: …`. */
const DUTIES = /^[A-Z]\d+(?:(?:, | and |–|\/)[A-Z]?\d+)*: /u;
const WHOEVER = /\bwho(?:so|m)?ever\b/i;

const textOf = ({ value }) => value.replace(/^[\s*]+/, '').replace(DUTIES, '');

/** A comment is a sentence, or names the thing that it stands at; it says who acts: main, the page, an import, an agent. */
export const noRiddles = {
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          const begins = RIDDLE.exec(textOf(comment))?.[0];
          const riddle = begins ?? WHOEVER.exec(comment.value)?.[0];
          if (riddle === undefined) continue;
          context.report({
            loc: comment.loc,
            message: `'${riddle}' makes a riddle of this comment: name the thing, or who acts (main, the page, an import, an agent).`,
          });
        }
      },
    };
  },
};
