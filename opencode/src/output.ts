/** OpenCode cuts what a tool answers at 2,000 lines or 50 KiB, wherever that is: so nothing comes that far. */
export const MAX_LINES = 1_900
export const MAX_BYTES = 47 * 1024

/** What a tool answers. */
export interface Output {
  /** For the model. */
  readonly text: string
  /** The same as an object, with no more than the text has. */
  readonly value: Readonly<Record<string, unknown>>
}

type Entries = readonly unknown[]

/** An answer as JSON, a process a line. Where it is too long, entries at the end are left out, and it says so. */
export function outputOf(answer: Readonly<Record<string, unknown>>): Output {
  const whole = written(answer)
  if (fits(whole)) return { text: whole, value: answer }
  const { processes } = answer
  if (!Array.isArray(processes)) return cut(whole)
  const shown = fitting(answer, processes)
  return shown > 0 ? partOf(answer, processes, shown) : cut(whole)
}

export function fits(text: string): boolean {
  return Buffer.byteLength(text) <= MAX_BYTES && text.split("\n").length <= MAX_LINES
}

/** So much of the beginning of a text as fits, without half a character. */
export function beginningOf(text: string, bytes: number): string {
  return new TextDecoder().decode(Buffer.from(text).subarray(0, bytes)).replace(/\uFFFD+$/, "")
}

/** The most entries that fit; found by halving, as each try writes them all. */
function fitting(answer: Readonly<Record<string, unknown>>, processes: Entries): number {
  let fit = 0
  let tooMany = processes.length
  while (tooMany - fit > 1) {
    const middle = Math.floor((fit + tooMany) / 2)
    if (fits(partOf(answer, processes, middle).text)) fit = middle
    else tooMany = middle
  }
  return fit
}

function partOf(answer: Readonly<Record<string, unknown>>, processes: Entries, shown: number): Output {
  const value = {
    ...answer,
    processes: processes.slice(0, shown),
    truncated: true,
    notice: `${shown} of ${processes.length} processes are shown. For the others narrow the call, by a name, an id or a namespace,`
      + " or by q and status of pm2_listProcesses.",
  }
  return { text: written(value), value }
}

function cut(whole: string): Output {
  const notice = `Truncated: the first ${MAX_BYTES - 1024} of ${Buffer.byteLength(whole)} bytes of JSON. For less, narrow the call.`
  const part = beginningOf(whole, MAX_BYTES - 1024)
  return { text: `${part}\n${notice}`, value: { truncated: true, notice, part } }
}

function written(answer: Readonly<Record<string, unknown>>): string {
  const fields = Object.entries(answer).map(([name, value]) => {
    const text = Array.isArray(value) && value.length > 0
      ? `[\n${value.map(entry => JSON.stringify(entry)).join(",\n")}\n]`
      : JSON.stringify(value)
    return `${JSON.stringify(name)}:${text}`
  })
  return `{${fields.join(",\n")}}`
}
