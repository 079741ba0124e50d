// For .opencode/tools/pm2.ts, which names each tool after itself and an export: pm2_listProcesses.
import { tools } from "./v1.ts"

export const {
  listProcesses, showProcessInfo, describeProcess, getPM2Status, getPM2Version, monitor, showLogs, startProcess, stopProcess,
  restartProcess, reloadProcess, gracefulReload, scaleProcess, resetMetadata, deleteProcess, flushLogs, reloadLogs,
  saveProcessList, resurrectProcesses, startup, generateStartupScript, killPM2,
} = tools
