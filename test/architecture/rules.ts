import type { Module } from "./scan.js";
import { doors, entries, MAX_LINES, outsideWorld, type Place, table } from "./table.js";

/** Everything that is wrong with these files, one sentence each. */
export function violations(modules: readonly Module[]): readonly string[] {
  return [...modules.flatMap((module) => [...ownViolations(module)]), ...cycles(modules)];
}

/** The row of the table that a file belongs to. */
export function rowOf(file: string): string | undefined {
  return Object.keys(table)
    .filter((row) => file === row || file.startsWith(`${row}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function* ownViolations(module: Module): Generator<string> {
  const row = rowOf(module.path);
  const place = row === undefined ? undefined : table[row];
  if (row === undefined || place === undefined) {
    yield `${module.path} is in no row of test/architecture/table.ts; move it, or add the row.`;
    return;
  }
  yield* imports(module, row, place);
  if (place.isPure && !doors.includes(module.path)) yield* impurities(module);
  yield* reexports(module);
  if (module.lines > MAX_LINES) {
    yield `${module.path} has ${module.lines} lines, more than ${MAX_LINES}; ask what the second file is called.`;
  }
}

function* imports(module: Module, row: string, place: Place): Generator<string> {
  for (const { specifier, target, line } of module.links) {
    const where = `${module.path}:${line}`;
    if (target === null) {
      if (!place.packages.some((pattern) => matches(specifier, pattern))) {
        yield `${where} imports ${specifier}, which ${row} may not.`;
      }
      continue;
    }
    const other = rowOf(target);
    if (other !== row && !place.folders.includes(other ?? ""))
      yield `${where} imports ${target}, which ${row} may not.`;
    if (place.isPure && doors.includes(target)) yield `${where} imports ${target}, which no pure file may.`;
  }
}

function* impurities(module: Module): Generator<string> {
  for (const { name, line } of module.globals) {
    if (outsideWorld.has(name)) yield `${module.path}:${line} uses ${name}; have it passed in as an argument.`;
  }
}

function* reexports(module: Module): Generator<string> {
  for (const { name, line } of module.reexports) {
    if (name === "*") yield `${module.path}:${line} re-exports everything; name what it exports.`;
    else if (!entries.test(module.path)) {
      yield `${module.path}:${line} re-exports ${name}, which only the package's entries may; import it from its own file.`;
    }
  }
}

/** The import cycles, each once, as the way round. */
function cycles(modules: readonly Module[]): readonly string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) {
      found.push(`${[...way.slice(way.indexOf(file)), file].join(" -> ")} is an import cycle.`);
      return;
    }
    if (done.has(file)) return;
    for (const target of new Set(byPath.get(file)?.links.map((link) => link.target))) {
      if (target !== null) walk(target, [...way, file]);
    }
    done.add(file);
  };
  for (const { path } of modules) walk(path, []);
  return found;
}

function matches(specifier: string, pattern: string): boolean {
  return pattern.endsWith("*") ? specifier.startsWith(pattern.slice(0, -1)) : specifier === pattern;
}
