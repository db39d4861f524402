// What the module exports, read from the declarations that the package ships.
import { existsSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** Classes that are documented as elements. */
const ELEMENTS = /^Zone(Chart|Card|Table|Sources)$/;

/** Exports in reading order: what one calls, what one gets, then the shapes. */
const ORDER = ['function', 'const', 'class', 'interface', 'type'];

/**
 * @returns {{ name: string, kind: string, signature: string, text: string[], members: { name: string, type: string, text: string }[] }[]}
 */
export function declared(pkg) {
  const found = [];
  collect(new URL('index.d.ts', pkg), undefined, found);
  const known = found.filter(({ name }) => !ELEMENTS.test(name));
  return known.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/** Adds the declarations of `names` in a file, or all that it exports, whether its own or another's. */
function collect(file, names, found) {
  if (!existsSync(file)) throw new Error(`${file.pathname} is missing`);
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file.pathname, text, ts.ScriptTarget.ES2022, true);
  for (const statement of source.statements) {
    if (ts.isExportDeclaration(statement) && statement.moduleSpecifier) {
      const target = new URL(`${statement.moduleSpecifier.text.replace(/\.js$/, '')}.d.ts`, file);
      const wanted = statement.exportClause?.elements.map(({ name }) => name.text);
      collect(target, wanted, found);
      continue;
    }
    for (const [name, node, kind] of namesOf(statement)) {
      if (names ? names.includes(name) : isExported(statement)) found.push(described(name, kind, node, statement, source));
    }
  }
}

function namesOf(statement) {
  if (ts.isFunctionDeclaration(statement)) return [[statement.name.text, statement, 'function']];
  if (ts.isClassDeclaration(statement)) return [[statement.name.text, statement, 'class']];
  if (ts.isInterfaceDeclaration(statement)) return [[statement.name.text, statement, 'interface']];
  if (ts.isTypeAliasDeclaration(statement)) return [[statement.name.text, statement, 'type']];
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map((node) => [node.name.getText(), node, 'const']);
  }
  return [];
}

const isExported = (node) => node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;

function described(name, kind, node, statement, source) {
  const members = kind === 'class' || kind === 'interface' ? node.members.flatMap((member) => memberOf(member, source)) : [];
  return { name, kind, signature: signatureOf(kind, node, statement, source), text: commentOf(statement), members };
}

/** The declaration as one would write it, without comments; a class by its members. */
function signatureOf(kind, node, statement, source) {
  const printer = ts.createPrinter({ removeComments: true });
  const printed = printer.printNode(ts.EmitHint.Unspecified, statement, source);
  return printed
    .replace(/^export (declare )?/, '')
    .replace(/\n\s*#private;/, '')
    .replace(/\n\s*constructor\([^)]*\);/, kind === 'class' && /Dataset/.test(node.name.text) ? '' : '$&')
    .replace(/\| undefined(?=;)/g, '')
    .replace(/ {4}/g, '  ')
    .replace(/ +;/g, ';');
}

function memberOf(member, source) {
  if (!member.name || ts.isPrivateIdentifier(member.name)) return [];
  const name = member.name.getText(source);
  const isMethod = ts.isMethodDeclaration(member) || ts.isMethodSignature(member);
  const shown = isMethod ? `${name}()` : name;
  const type = (member.type?.getText(source) ?? '').replace(/ \| null \| undefined$/, '');
  return [{ name: shown, type, text: commentOf(member).join(' ') }];
}

/** The paragraphs of a comment, and what it throws. */
function commentOf(node) {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return comments.flatMap((comment) => {
    const text = ts.getTextOfJSDocComment(comment.comment) ?? '';
    return text.split(/\n\s*\n/).map((paragraph) => paragraph.replace(/\s+/g, ' ').trim()).filter(Boolean);
  });
}
