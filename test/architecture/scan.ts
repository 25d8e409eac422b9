import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { globalUses, type Use } from "./globals.js";

/** One import or re-export of a file, types included. */
export interface Link {
  /** As written. */
  readonly specifier: string;
  /** The file of src it leads to; null for a package. */
  readonly target: string | null;
  readonly line: number;
}

/** What the rules need to know of one file of src. Paths are from src on, with forward slashes. */
export interface Module {
  readonly path: string;
  readonly lines: number;
  readonly links: readonly Link[];
  /** What it hands on from other files; `*` when it hands on all. */
  readonly reexports: readonly Use[];
  /** Names it reads that nothing in it declares. */
  readonly globals: readonly Use[];
}

/** Reads all TypeScript files under a folder, by their paths in it. */
export function readSources(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  return new Map(files.map((file) => [file.split(path.sep).join("/"), readFileSync(path.join(folder, file), "utf8")]));
}

/** Parses sources, given by path, into what the rules look at. */
export function scan(sources: ReadonlyMap<string, string>): readonly Module[] {
  const program = parse(sources);
  const checker = program.getTypeChecker();
  return [...sources.keys()].flatMap((file) => {
    const source = program.getSourceFile(file);
    return source ? [describe(source, checker, new Set(sources.keys()))] : [];
  });
}

/** A program of these files alone, without libraries: a name that stays unresolved in it is a global. */
function parse(sources: ReadonlyMap<string, string>): ts.Program {
  const options: ts.CompilerOptions = {
    noLib: true,
    noResolve: true,
    types: [],
    target: ts.ScriptTarget.ESNext,
    jsx: ts.JsxEmit.Preserve,
    moduleDetection: ts.ModuleDetectionKind.Force,
  };
  return ts.createProgram([...sources.keys()], options, {
    ...ts.createCompilerHost(options, true),
    getCurrentDirectory: () => "",
    fileExists: (file) => sources.has(file),
    readFile: (file) => sources.get(file),
    getSourceFile: (file) => {
      const text = sources.get(file);
      return text === undefined ? undefined : ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
    },
  });
}

function describe(source: ts.SourceFile, checker: ts.TypeChecker, files: ReadonlySet<string>): Module {
  const links: Link[] = [];
  const reexports: Use[] = [];
  const lineOf = (node: ts.Node) => source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) {
      links.push({ specifier, target: targetOf(source.fileName, specifier, files), line: lineOf(node) });
    }
    if (ts.isExportDeclaration(node)) {
      reexports.push(...handedOn(node, checker).map((name) => ({ name, line: lineOf(node) })));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  const lines = source.text.trimEnd().split("\n").length;
  return { path: source.fileName, lines, links, reexports, globals: globalUses(source, checker) };
}

function specifierOf(node: ts.Node): string | undefined {
  const named =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
        ? node.argument.literal
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : undefined;
  return named && ts.isStringLiteralLike(named) ? named.text : undefined;
}

function targetOf(file: string, specifier: string, files: ReadonlySet<string>): string | null {
  if (!specifier.startsWith(".")) return null;
  const target = path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ""));
  const component = target.replace(/\.js$/, ".tsx");
  return files.has(component) ? component : target.replace(/\.js$/, ".ts");
}

function handedOn(node: ts.ExportDeclaration, checker: ts.TypeChecker): readonly string[] {
  if (!node.exportClause || ts.isNamespaceExport(node.exportClause)) return ["*"];
  return node.exportClause.elements
    .filter((element) => {
      const local = checker.getExportSpecifierLocalTargetSymbol(element);
      return node.moduleSpecifier !== undefined || ((local?.flags ?? 0) & ts.SymbolFlags.Alias) !== 0;
    })
    .map((element) => element.name.text);
}
