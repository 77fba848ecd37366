/** Why a whole file is refused: `too_large` for what is over a limit, `unreadable` for what no reading can mend. */
export class UnreadableFile extends Error {
  constructor(
    readonly code: 'too_large' | 'unreadable' | 'unsupported',
    sentence: string,
  ) {
    super(sentence);
    this.name = 'UnreadableFile';
  }
}
