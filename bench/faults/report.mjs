// The table of a run: fault, what is promised, what was seen.
export class Report {
  rows = []

  /** One fault; `check` answers a sentence of what was seen, and throws where the promise was not kept. */
  async fault(name, promise, check) {
    const began = Date.now()
    let seen
    let kept = true
    try {
      seen = await check()
    } catch (e) {
      kept = false
      seen = e.message
    }
    const seconds = ((Date.now() - began) / 1000).toFixed(0)
    this.rows.push({ name, promise, seen: seen.replaceAll('|', '/').replaceAll('\n', ' ').slice(0, 400), kept, seconds })
    console.error(`${kept ? 'ok  ' : 'NOT '} ${name} (${seconds} s): ${seen}`)
  }

  print() {
    console.log('| fault | promised | seen | s |\n| --- | --- | --- | ---: |')
    for (const row of this.rows) {
      console.log(`| ${row.name} | ${row.promise} | ${row.kept ? '' : '**not kept:** '}${row.seen} | ${row.seconds} |`)
    }
    return this.rows.every(row => row.kept)
  }
}

export function must(condition, what) {
  if (!condition) throw new Error(what)
}

/** Fails where an answer is another; `expected` names some of them. */
export function answered(seen, expected) {
  for (const [name, value] of Object.entries(expected)) {
    must(seen[name] === value, `${name} answered ${seen[name]} and not ${value}`)
  }
  return Object.entries(seen).map(([name, value]) => `${name} ${value}`).join(', ')
}

export function noTraces(subject) {
  must(subject.traces() === 0, `${subject.traces()} lines of stack traces in the log: ${subject.said().slice(0, 600)}`)
}
