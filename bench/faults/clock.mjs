// The clock is set while the console runs (libfaketime; the time that passes is left alone, as the kernel does it).
import fs from 'node:fs'
import { sleep, until } from '../lib.mjs'
import { answered, must, noTraces } from './report.mjs'

const WELL = { health: 200, status: 200, list: 200, logs: 200, events: 200, audit: 200 }
export const LIBRARY = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1'

export function environment(file) {
  return { LD_PRELOAD: LIBRARY, FAKETIME_TIMESTAMP_FILE: file, FAKETIME_DONT_FAKE_MONOTONIC: '1', FAKETIME_FORCE_MONOTONIC_FIX: '0',
    FAKETIME_CACHE_DURATION: '1' }
}

async function measures(app) {
  const at = async () => (await app.ask('GET', '/api/v1/monitor')).json.at
  const first = await at()
  await until('it measures', async () => await at() !== first, 10)
  return at()
}

export async function clockFaults(report, app, file) {
  for (const [name, jump] of [['back by two hours', '-2h'], ['forward by 400 days', '+400d'], ['to the right time', '+0']]) {
    await report.fault(`clock set ${name}`, 'goes on measuring and answering; nothing that is kept is lost', async () => {
      app.mark = app.log.length
      must((await app.ask('POST', '/api/v1/processes/0/reset')).status === 200, 'a command failed')
      const audit = (await app.audit()).length
      const events = (await app.events()).length
      fs.writeFileSync(file, `${jump}\n`)
      await sleep(2500)
      const at = await measures(app)
      must((await app.ask('POST', '/api/v1/processes/0/reset')).status === 200, 'a command failed')
      const seen = answered(await app.answers(), WELL)
      must((await app.audit()).length > audit, 'the audit lost something')
      must((await app.events()).length >= events, 'events were lost')
      noTraces(app)
      return `measures at ${at}; ${seen}`
    })
  }
}
