import { log } from '../log.ts'
import { failureText, type GitHub, isGitHubFailure } from './client.ts'

/** A file of a pull request, from the merge base to its last commit. */
export interface PullFile {
  readonly path: string
  /** Git's name for the content at the last commit. */
  readonly id: string | null
  /** Undefined for large and binary files. */
  readonly patch: string | undefined
}

/** At most 3,000, as GitHub lists them; none where it does not. */
export async function pullFiles(
  { octokit, owner, repo }: GitHub,
  pull: number,
): Promise<readonly PullFile[]> {
  try {
    const files = await octokit.paginate(octokit.rest.pulls.listFiles, {
      owner,
      repo,
      pull_number: pull,
      per_page: 100,
    })
    return files.map(({ filename, sha, patch }) => ({ path: filename, id: sha, patch }))
  } catch (error) {
    if (!isGitHubFailure(error)) throw error
    log(`links go to the files, not to the diff: ${failureText(error)}`)
    return []
  }
}
