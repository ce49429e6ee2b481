import { COMMENT_HOSTS, type CommentHost, hostComment, mergeReports } from '../../core/index.ts'
import { type Arguments, type Command, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { OUTPUT_OPTIONS, outputOf } from '../output-options.ts'
import { today } from '../today.ts'
import { readReportFile } from '../trees/report-file.ts'

/** More jobs than anybody has on one change. */
const MOST_REPORTS = 256

export const commentCommand: Command = {
  name: 'comment',
  summary: 'Renders JSON reports of ascribe review as one comment for a pull request or a merge request.',
  operands: '',
  options: {
    from: {
      description: 'report that ascribe review --format json wrote (once for each job; they are added up)',
      value: 'FILE',
      repeated: true,
    },
    format: { description: 'where it goes (github)', value: 'HOST', choices: Object.keys(COMMENT_HOSTS) },
    id: { description: 'name of the comment, where one change has several (default)', value: 'NAME' },
    'report-url': { description: 'where the whole report is to be read, e.g. the job', value: 'URL' },
    ...OUTPUT_OPTIONS,
  },
  examples: [
    'ascribe comment --from report.json --format gitlab',
    'ascribe comment --from serving.json --from training.json --format bitbucket --output comment.md',
  ],
  details: `It posts nothing. The first line is a marker that a script finds its own comment by, to write over it. What does
not fit into the place's limit is cut, whole rows at a time, and counted. Reports are taken for hostile: each field is
checked. They must be of one change and of folders apart.
Exit codes: 0 done, 2 wrong usage, 3 failure. It is review that says whether a change fails.`,
  run: (args, terminal) => {
    const files = args.all('from')
    if (files.length === 0) throw new UsageError('which report? give --from FILE')
    if (files.length > MOST_REPORTS)
      throw new UsageError(`expected ${MOST_REPORTS} reports at most, found ${files.length}`)
    const review = mergeReports(files.map((name) => ({ name, review: readReportFile(name) })))
    const reportUrl = addressOf(args)
    outputOf(args, terminal).print(
      hostComment(review, (args.option('format') ?? 'github') as CommentHost, {
        id: idOf(args),
        today: today(),
        ...(reportUrl !== undefined && { reportUrl }),
      }),
    )
    return EXIT.nothingFound
  },
}

function idOf(args: Arguments): string {
  const id = args.option('id') ?? 'default'
  if (!/^[A-Za-z0-9._-]{1,64}$/.test(id))
    throw new UsageError(`--id "${id}" is no name. expected up to 64 letters, digits, ".", "_" and "-"`)
  return id
}

/** It becomes a link's target as it is. */
function addressOf(args: Arguments): string | undefined {
  const url = args.option('report-url')
  if (url !== undefined && !/^https?:\/\/[\w.~:/?#@!$&*+,;=%-]+$/.test(url))
    throw new UsageError(`--report-url "${url}" is no address. expected e.g. https://ci.example/jobs/1`)
  return url
}
