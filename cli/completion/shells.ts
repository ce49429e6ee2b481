import { type Command, optionsOf } from '../command.ts'

/** Words of ours are plain, but summaries may hold an apostrophe: a single quote ends the text, stands alone, and goes on. */
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

const flagsOf = (command: Command) => Object.keys(optionsOf(command)).map((name) => `--${name}`)

/** After such an option comes one of these words, or a file. */
function valuesOf(command: Command): readonly (readonly [flag: string, choices: readonly string[]])[] {
  return Object.entries(optionsOf(command)).flatMap(([name, { value, choices = [] }]) =>
    value === undefined ? [] : [[`--${name}`, choices] as const],
  )
}

export function bashCompletion(commands: readonly Command[]): string {
  const cases = commands.map((command) => {
    const values = valuesOf(command).map(([flag, choices]) =>
      choices.length > 0
        ? `        ${flag}) COMPREPLY=($(compgen -W ${quoted(choices.join(' '))} -- "$word")); return ;;`
        : `        ${flag}) COMPREPLY=($(compgen -f -- "$word")); return ;;`,
    )
    const words = `words=${quoted([...flagsOf(command), ...(command.verbs ?? [])].join(' '))}`
    return [
      `    ${command.name})`,
      ...(values.length === 0 ? [] : ['      case "$before" in', ...values, '      esac']),
      `      ${words}${command.verbs ? ` verbs=1` : ''} ;;`,
    ].join('\n')
  })
  return `# bash completion for ascribe, written by "ascribe completion bash"
_ascribe() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words='' verbs=''
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quoted([...commands.map(({ name }) => name), 'help', '--help', '--version'].join(' '))} -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    help) words=${quoted(commands.map(({ name }) => name).join(' '))} ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  [ -n "$verbs" ] && [ "$COMP_CWORD" -eq 2 ] || COMPREPLY+=($(compgen -d -- "$word"))
}
complete -o filenames -F _ascribe ascribe
`
}

export function zshCompletion(commands: readonly Command[]): string {
  // A colon parts a word from its description, brackets enclose one.
  const told = (text: string) => text.replace(/[[\]:\\]/g, '\\$&')
  const cases = commands.map((command) => {
    const specs = Object.entries(optionsOf(command)).map(
      ([name, { description, value, choices, repeated }]) => {
        const argument =
          value === undefined
            ? ''
            : choices
              ? `:${told(value)}:(${choices.join(' ')})`
              : `:${told(value)}:_files`
        return quoted(`${repeated ? '*' : ''}--${name}[${told(description)}]${argument}`)
      },
    )
    const operands = command.verbs ? `1:verb:(${command.verbs.join(' ')})` : '*:folder:_files'
    return `    ${command.name}) _arguments ${[...specs, quoted(operands)].join(' ')} ;;`
  })
  return `#compdef ascribe
# zsh completion for ascribe, written by "ascribe completion zsh"
_ascribe() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${told(summary)}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local name="\${words[2]}"
  shift words
  (( CURRENT-- ))
  case "$name" in
${cases.join('\n')}
  esac
}
if [ "$funcstack[1]" = "_ascribe" ]; then _ascribe "$@"; else compdef _ascribe ascribe; fi
`
}

export function fishCompletion(commands: readonly Command[]): string {
  const lines = commands.flatMap((command) => {
    const inside = `-n '__fish_seen_subcommand_from ${command.name}'`
    return [
      `complete -c ascribe -n __fish_use_subcommand -f -a ${command.name} -d ${fishText(command.summary)}`,
      ...Object.entries(optionsOf(command)).map(([name, { description, value, choices }]) => {
        const argument = value === undefined ? '' : choices ? ` -x -a ${fishText(choices.join(' '))}` : ' -r'
        return `complete -c ascribe ${inside} -l ${name}${argument} -d ${fishText(description)}`
      }),
      ...(command.verbs ?? []).map((verb) => `complete -c ascribe ${inside} -f -a ${verb}`),
    ]
  })
  return `# fish completion for ascribe, written by "ascribe completion fish"\n${lines.join('\n')}\n`
}

/** Within fish's single quotes only these two are special. */
const fishText = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`
