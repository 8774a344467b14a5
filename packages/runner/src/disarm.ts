/**
 * The text with nothing in it that a runner would take for a command.
 *
 * A runner obeys every line that starts with `::name::` (and, in its older spelling, holds `##[name]`), whoever printed
 * it: a build, a test, a pod's log or an input that is quoted in a message could mask, annotate or stop commands.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function disarm(text: string): string {
  return text.replace(/^(\s*)::/gm, '$1: :').replaceAll('##[', '## [');
}
