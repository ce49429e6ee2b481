import { readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { credentialsIn } from '../core/index.ts'

/** A registry's token. It is sent to that host and to no other, and never printed. */
export interface Token {
  /** With its port where it has one. */
  readonly host: string
  readonly secret: string
}

export type TokenOf = (host: string) => Token | undefined

/** The tokens that Terraform itself would use; what a program would have to be run for is left out. */
export function terraformTokens(env: NodeJS.ProcessEnv = process.env, home = homedir()): TokenOf {
  let secrets: ReadonlyMap<string, string> | undefined
  return (host) => {
    secrets ??= new Map([...files(env, home).flatMap(fromFile), ...fromEnvironment(env)])
    const secret = secrets.get(host)
    return secret === undefined ? undefined : { host, secret }
  }
}

/** `TF_TOKEN_app_terraform_io`; a hyphen of the host is written twice as long. */
function* fromEnvironment(env: NodeJS.ProcessEnv): Generator<[string, string]> {
  for (const [name, secret] of Object.entries(env))
    if (name.startsWith('TF_TOKEN_') && secret)
      yield [name.slice('TF_TOKEN_'.length).replaceAll('__', '-').replaceAll('_', '.').toLowerCase(), secret]
}

/** Later over earlier: what `terraform login` has stored, then what a person has written. */
function files(env: NodeJS.ProcessEnv, home: string): readonly string[] {
  const folder = path.join(home, '.terraform.d')
  const own = env.TF_CLI_CONFIG_FILE || env.TERRAFORM_CONFIG
  if (own) return [path.join(folder, 'credentials.tfrc.json'), own]
  const windows = env.APPDATA && process.platform === 'win32'
  const standard = windows ? path.join(env.APPDATA!, 'terraform.rc') : path.join(home, '.terraformrc')
  const further = entries(folder).filter(
    (name) => /\.tfrc(\.json)?$/.test(name) && name !== 'credentials.tfrc.json',
  )
  return [
    path.join(folder, 'credentials.tfrc.json'),
    standard,
    ...further.sort().map((name) => path.join(folder, name)),
  ]
}

function entries(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** A file that is not there, or not to be read, has no tokens: the host then says that it wants one. */
function fromFile(file: string): readonly (readonly [string, string])[] {
  try {
    return [...credentialsIn(file, readFileSync(file, 'utf8'))]
  } catch {
    return []
  }
}
