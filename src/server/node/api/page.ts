import { PAGE_STYLE } from "./page-style.js";
import type { ApiDocument, Operation, Schema } from "./openapi.js";

/** The description of the API as a page: nothing of it is fetched from anywhere, and it runs nothing. */
export function pageOf(document: ApiDocument): string {
  const { info, tags, paths } = document;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const sections = tags.map(({ name }) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(name));
    return `<section><h2 id="${escape(name)}">${escape(name)}</h2>${own
      .map(({ path, method, operation }) => operationOf(path, method, operation))
      .join("")}</section>`;
  });
  const schemas = Object.entries(document.components.schemas ?? {}).map(
    ([name, schema]) =>
      `<article id="schema-${escape(name)}"><h3>${escape(name)}</h3>${fieldsOf(schema as Schema)}</article>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The HTTP API of ${escape(info.title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header class="header"><a class="brand" href="/">${escape(info.title)}</a><h1>The HTTP API</h1></header>
<main>
<p>${escape(info.description)} For programs: <a href="/openapi.json">/openapi.json</a> (OpenAPI ${escape(document.openapi)}).</p>
<nav>${tags.map(({ name }) => `<a href="#${escape(name)}">${escape(name)}</a>`).join("")}<a href="#schemas">Schemas</a></nav>
${sections.join("\n")}
<section><h2 id="schemas">Schemas</h2>${schemas.join("")}</section>
</main>
</body>
</html>
`;
}

function operationOf(path: string, method: string, operation: Operation): string {
  const { summary, description, parameters, requestBody, responses } = operation;
  const rows = parameters.map(({ name, in: where, required, description: says, schema }) =>
    row(name, `${where}${required ? "" : ", may be left out"}`, [says, limitsOf(schema)].filter(Boolean).join(". ")),
  );
  const body = requestBody
    ? `<h4>Comes with it</h4>${requestBody.description ? `<p>${escape(requestBody.description)}</p>` : ""}${Object.values(
        requestBody.content,
      )
        .map(({ schema }) => (schema ? fieldsOf(schema) : ""))
        .join("")}`
    : "";
  const answers = Object.entries(responses).map(([status, { description: says, content = {} }]) => {
    const types = Object.entries(content).map(
      ([type, { schema }]) => `${escape(type)}${schema ? ` ${link(schema)}` : ""}`,
    );
    return `<tr><th scope="row"><code>${status}</code></th><td>${escape(says)}</td><td>${types.join(", ")}</td></tr>`;
  });
  return `<article>
<h3><span class="method ${escape(method)}">${escape(method.toUpperCase())}</span> <code>${breakable(path)}</code></h3>
<p>${escape(summary)}</p>${description ? `<p class="muted">${escape(description)}</p>` : ""}
${rows.length > 0 ? `<h4>Parameters</h4><table>${rows.join("")}</table>` : ""}${body}
<h4>Answers</h4><table>${answers.join("")}</table>
</article>`;
}

/** The fields of an object, or of each of several that it may be. */
function fieldsOf(schema: Schema): string {
  const choices = (schema.anyOf ?? schema.oneOf) as readonly Schema[] | undefined;
  if (choices) return choices.map(fieldsOf).join('<p class="muted">or</p>');
  if (schema.$ref) return `<p>${link(schema)}</p>`;
  const required = (schema.required ?? []) as readonly string[];
  const fields = Object.entries((schema.properties ?? {}) as Record<string, Schema>).map(([name, field]) =>
    row(
      name,
      `${typeOf(field)}${required.includes(name) ? "" : ", may be left out"}`,
      [field.description, limitsOf(field)].filter(Boolean).map(String).join(". "),
    ),
  );
  const says = schema.description ? `<p>${escape(String(schema.description))}</p>` : "";
  return `${says}<table>${fields.join("")}</table>`;
}

function row(name: string, kind: string, says: string): string {
  return `<tr><th scope="row"><code>${escape(name)}</code></th><td class="muted">${escape(kind)}</td><td>${escape(says)}</td></tr>`;
}

/** The type of a field, in words. */
function typeOf(schema: Schema): string {
  const choices = schema.anyOf as readonly Schema[] | undefined;
  if (choices) return choices.map(typeOf).join(" or ");
  if (schema.type === "array") return `list of ${typeOf((schema.items ?? {}) as Schema)}`;
  if (schema.$ref) return nameOf(schema);
  if (schema.type === "object") return `{ ${Object.keys((schema.properties ?? {}) as object).join(", ")} }`;
  return schema.const === undefined ? String(schema.type ?? "anything") : JSON.stringify(schema.const);
}

function limitsOf({ enum: values, example }: Schema): string {
  if (Array.isArray(values)) return `One of ${values.join(", ")}`;
  return example === undefined ? "" : `For example ${String(example)}`;
}

function link(schema: Schema): string {
  if (!schema.$ref) return escape(typeOf(schema));
  const name = escape(nameOf(schema));
  return `<a href="#schema-${name}">${name}</a>`;
}

function nameOf(schema: Schema): string {
  return String(schema.$ref).split("/").at(-1) ?? "";
}

/** A long path may go on in the next line, after a slash. */
function breakable(path: string): string {
  return escape(path).replaceAll("/", "/<wbr>");
}

function escape(text: string): string {
  const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter);
}
