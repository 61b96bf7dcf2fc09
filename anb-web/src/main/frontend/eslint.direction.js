/** What people wrote, in whatever script: titles of clips, names, cities. */
const WRITTEN = new Set([
  'title',
  'username',
  'city',
  'department',
  'first_name',
  'last_name',
  'owner_name',
  'player_name',
  'voter_name',
  'juror',
  'name',
  'fileName',
]);

/** Variables of these names hold them too; `name` alone is mostly something else. */
const VARIABLES = new Set(['title', 'username', 'city']);

/** Whether an expression shows such a text. What functions make of one is another text. */
function shows(node) {
  switch (node.type) {
    case 'MemberExpression':
      return !node.computed && WRITTEN.has(node.property.name);
    case 'Identifier':
      return VARIABLES.has(node.name);
    case 'LogicalExpression':
      return shows(node.left) ? node.operator !== '&&' : shows(node.right);
    case 'ConditionalExpression':
      return shows(node.consequent) || shows(node.alternate);
    case 'TemplateLiteral':
      return node.expressions.some(shows);
    default:
      return false;
  }
}

/** Whether a child of an element is text beside the other children. */
function isText(child) {
  if (child.type === 'JSXText') return child.value.trim() !== '';
  if (child.type !== 'JSXExpressionContainer') return false;
  const { expression } = child;
  return ['Identifier', 'MemberExpression', 'Literal', 'TemplateLiteral'].includes(expression.type)
    ? !(shows(expression) || String(expression.value).trim() === '')
    : false;
}

function hasDirection(element) {
  return element.openingElement.attributes.some(
    (each) => each.name?.name === 'dir' && each.value?.value === 'auto',
  );
}

const auto = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      missing: 'A text that people wrote needs an element with dir="auto" around it.',
      mixed: 'A text that people wrote stands beside other text: give it a span with dir="auto".',
    },
  },
  create(context) {
    return {
      JSXExpressionContainer(node) {
        const around = node.parent;
        if (around.type !== 'JSXElement' && around.type !== 'JSXFragment') return;
        if (!shows(node.expression)) return;
        // The browser's tab has no markup.
        if (around.openingElement?.name.name === 'PageTitle') return;
        if (around.children.some(isText)) {
          context.report({ node, messageId: 'mixed' });
          return;
        }
        for (let above = around; above; above = above.parent) {
          if (above.type === 'JSXElement' && hasDirection(above)) return;
        }
        context.report({ node, messageId: 'missing' });
      },
    };
  },
};

/** Titles, names and cities are shown in the direction of their own script. */
export const direction = {
  files: ['src/**/*.tsx'],
  ignores: ['**/*.test.tsx'],
  plugins: { direction: { rules: { auto } } },
  rules: { 'direction/auto': 'error' },
};
