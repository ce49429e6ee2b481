import { spawnSync } from 'node:child_process'

/** The real program: `$KUSTOMIZE`, else what is on the PATH. Undefined where there is none. */
export const KUSTOMIZE: string | undefined = [process.env.KUSTOMIZE ?? 'kustomize'].find(
  (program) => program !== '' && spawnSync(program, ['version']).status === 0,
)

/** What `kustomize build` prints; fails where it fails. It is kept from the network: nothing here needs any. */
export function realBuild(program: string, folder: string): string {
  const { status, stdout, stderr } = spawnSync(program, ['build', folder], {
    encoding: 'utf8',
    timeout: 20_000,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      HTTPS_PROXY: 'http://127.0.0.1:9',
      HTTP_PROXY: 'http://127.0.0.1:9',
    },
  })
  if (status !== 0) throw new Error(`kustomize build ${folder}: ${stderr}`)
  return stdout
}
