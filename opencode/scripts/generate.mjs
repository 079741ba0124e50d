// Makes src/generated out of the console's OpenAPI document: types by openapi-typescript, and what each tool needs to
// know of its operation (address, and JSON Schemas of what goes in and comes out). With --check nothing is written, and
// it fails where the files are not what the document makes of them now.
import { readFile, writeFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import openapiTS, { astToString } from "openapi-typescript"

const document = new URL(process.env.PM2_CONSOLE_OPENAPI || "../../docs/openapi.json", import.meta.url)
const generated = new URL("../src/generated/", import.meta.url)
const header = "// Made by `npm run generate` out of docs/openapi.json. Don't edit.\n"

const api = JSON.parse(await readFile(document, "utf8"))
const files = {
  "api.d.ts": header + astToString(await openapiTS(api)),
  "operations.ts": header + operationsModule(),
}

const stale = []
for (const [name, text] of Object.entries(files)) {
  const file = new URL(name, generated)
  if (!process.argv.includes("--check")) {
    await writeFile(file, text)
  } else if (await readFile(file, "utf8").catch(() => "") !== text) {
    stale.push(fileURLToPath(file))
  }
}
if (stale.length > 0) {
  console.error(`${stale.join(", ")}: not what ${fileURLToPath(document)} makes of it now. Run: npm run generate`)
  process.exitCode = 1
}

function operationsModule() {
  const tools = new Set(toolOperations())
  const found = Object.entries(api.paths).flatMap(([path, item]) => Object.entries(item)
    .filter(([, operation]) => tools.has(operation?.operationId))
    .map(([method, operation]) => [operation.operationId, described(path, method, operation)]))
  const missing = [...tools].filter(name => !found.some(([id]) => id === name))
  if (missing.length > 0) throw new Error(`the document has no operation ${missing.join(", ")}`)
  found.sort(([left], [right]) => left < right ? -1 : 1)
  const lines = found.map(([name, operation]) => `  ${name}: {\n${Object.entries(operation)
    .map(([key, value]) => `    ${key}: ${JSON.stringify(value)},\n`).join("")}  },\n`)
  return `import type { Operation } from "../operation.ts"\n\n`
    + `export const operations = {\n${lines.join("")}} as const satisfies Record<string, Operation>\n`
}

/** The operations behind the 22 commands; two commands have one for all processes and one for some. */
function toolOperations() {
  return ["startProcess", "stopProcess", "restartProcess", "deleteProcess", "listProcesses", "showProcessInfo",
    "getPM2Status", "describeProcess", "showLogs", "showProcessLogs", "flushLogs", "flushProcessLogs", "reloadLogs",
    "scaleProcess", "reloadProcess", "gracefulReload", "resetMetadata", "startup", "generateStartupScript",
    "saveProcessList", "resurrectProcesses", "killPM2", "monitor", "getPM2Version"]
}

function described(path, method, operation) {
  const parameters = [...api.paths[path].parameters ?? [], ...operation.parameters ?? []].map(resolved)
  const body = resolved(resolved(operation.requestBody)?.content["application/json"].schema) ?? {}
  const properties = {}
  const required = []
  for (const parameter of parameters) {
    if (!["path", "query"].includes(parameter.in)) throw new Error(`${path}: a parameter in ${parameter.in}`)
    properties[parameter.name] = input({ ...resolved(parameter.schema), description: parameter.description })
    if (parameter.required) required.push(parameter.name)
  }
  for (const [name, schema] of Object.entries(body.properties ?? {})) properties[name] = input(schema)
  required.push(...body.required ?? [])
  const answer = operation.responses["201"] ?? operation.responses["200"]
  return {
    method: method.toUpperCase(),
    path,
    query: parameters.filter(it => it.in === "query").map(it => it.name),
    body: operation.requestBody !== undefined,
    input: { type: "object", properties, required, additionalProperties: false },
    output: output(resolved(answer).content["application/json"].schema),
  }
}

/** The schema of an input, without references, and without what some models' providers refuse. */
function input(schema) {
  const { $ref, oneOf, anyOf, pattern, example, examples, propertyNames, format, default: standard, ...rest } = resolved(schema)
  const choices = oneOf ?? anyOf ?? (Array.isArray(rest.type) ? rest.type.map(type => ({ type })) : undefined)
  if (choices) delete rest.type
  const known = ["type", "description", "enum", "const", "minimum", "maximum", "minLength", "maxLength", "minItems",
    "maxItems", "items", "properties", "required", "additionalProperties"]
  const unknown = Object.keys(rest).filter(key => !known.includes(key))
  if (unknown.length > 0) throw new Error(`an input with ${unknown.join(", ")}, which is not handled`)
  return {
    ...rest,
    ...(rest.description === undefined && standard === undefined ? {} : { description: words(rest.description, standard) }),
    ...(choices ? { anyOf: choices.map(input) } : {}),
    ...(rest.items ? { items: input(rest.items) } : {}),
    ...(typeof rest.additionalProperties === "object" ? { additionalProperties: input(rest.additionalProperties) } : {}),
  }
}

function words(description = "", standard) {
  const text = description.replace(/\s+/g, " ").trim()
  return standard === undefined ? text : `${text}${text ? "; " : ""}default: ${JSON.stringify(standard)}`
}

/** The schema of an answer, without references and examples. What is cut says so with further properties, which stay allowed. */
function output(schema) {
  const { $ref, example, examples, format, ...rest } = resolved(schema)
  const inner = (key, value) => value === undefined ? {} : { [key]: value }
  return {
    ...rest,
    ...inner("anyOf", rest.anyOf?.map(output)),
    ...inner("oneOf", rest.oneOf?.map(output)),
    ...inner("items", rest.items && output(rest.items)),
    ...inner("properties", rest.properties
      && Object.fromEntries(Object.entries(rest.properties).map(([name, value]) => [name, output(value)]))),
    ...(typeof rest.additionalProperties === "object" ? { additionalProperties: output(rest.additionalProperties) } : {}),
  }
}

function resolved(value) {
  if (value?.$ref === undefined) return value
  const target = value.$ref.replace(/^#\//, "").split("/").reduce((at, key) => at[key], api)
  const { $ref, ...rest } = value
  return { ...resolved(target), ...rest }
}
