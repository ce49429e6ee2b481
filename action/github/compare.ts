import { isCommit } from '../git/commits.ts'
import { log } from '../log.ts'
import { failureText, type GitHub, isGitHubFailure } from './client.ts'

/** Where two lines of history parted; undefined where GitHub does not say. */
export async function compareMergeBase(
  { octokit, owner, repo }: GitHub,
  base: string,
  head: string,
): Promise<string | undefined> {
  try {
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
      owner,
      repo,
      basehead: `${base}...${head}`,
      per_page: 1,
    })
    const { sha } = data.merge_base_commit
    return isCommit(sha) ? sha : undefined
  } catch (error) {
    if (!isGitHubFailure(error)) throw error
    log(`GitHub does not compare ${base} with ${head}: ${failureText(error)}`)
    return undefined
  }
}
