import { FetchFailure } from '../fetch-failure.ts'

export const broken = () => new FetchFailure('the archive is broken or incomplete')
