import ts from "typescript";

/** A name, and the line where it stands. */
export interface Use {
  readonly name: string;
  readonly line: number;
}

/**
 * The globals a file reads, found in a program without libraries, where they are the names nothing declares. Each is
 * given in every form a rule may speak of: `Date`, `Date.now`, `Date()`, and `new Date()` when it has no arguments.
 */
export function globalUses(source: ts.SourceFile, checker: ts.TypeChecker): readonly Use[] {
  const uses: Use[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isRead(node) && !isDeclared(node, checker)) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      uses.push(...forms(node).map((name) => ({ name, line })));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}

/** False for an identifier that only names a part of something else, such as a property. */
function isRead(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isJsxAttribute(parent)) return parent.name !== node;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return !(
    ts.isImportSpecifier(parent) ||
    ts.isExportSpecifier(parent) ||
    ts.isNamedTupleMember(parent) ||
    ts.isTypeReferenceNode(parent) ||
    ts.isMetaProperty(parent)
  );
}

function isDeclared(node: ts.Identifier, checker: ts.TypeChecker): boolean {
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
  return (symbol?.declarations?.length ?? 0) > 0;
}

function forms(node: ts.Identifier): readonly string[] {
  const { parent, text } = node;
  if (ts.isPropertyAccessExpression(parent)) return [text, `${text}.${parent.name.text}`];
  if (ts.isElementAccessExpression(parent) && ts.isStringLiteralLike(parent.argumentExpression)) {
    return [text, `${text}.${parent.argumentExpression.text}`];
  }
  if (ts.isCallExpression(parent) && parent.expression === node) return [text, `${text}()`];
  if (ts.isNewExpression(parent) && !parent.arguments?.length) return [text, `new ${text}()`];
  return [text];
}
