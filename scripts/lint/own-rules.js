import { borders } from './borders.js';
import { noRiddles } from './comments.js';
import { noKindByName } from './kinds.js';

/** `new Date()` reads the clock; no built-in rule sees it, because with an argument it is only arithmetic. */
const noNewDateWithoutArgument = {
  create(context) {
    return {
      NewExpression(node) {
        if (node.callee.type !== 'Identifier' || node.callee.name !== 'Date') return;
        if (node.arguments.length > 0) return;
        context.report({ node, message: 'Time is a parameter: take a Clock, or `nowMs`.' });
      },
    };
  },
};

export default {
  meta: { name: 'own' },
  rules: {
    borders,
    'no-kind-by-name': noKindByName,
    'no-new-date-without-argument': noNewDateWithoutArgument,
    'no-riddles': noRiddles,
  },
};
