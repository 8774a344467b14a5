import { askCloud, type CloudPorts, jsonOf, loginFailure, strangeAnswer, textAt } from './cloud.ts';

const GITHUB = "GitHub's issuer of ID tokens";

/**
 * A token by which GitHub says which repository, branch and environment the job belongs to.
 *
 * https://docs.github.com/en/actions/reference/security/oidc#methods-for-requesting-the-oidc-token
 *
 * @param audience for whom it is; nobody else takes it
 */
export async function jobIdToken(audience: string, ports: CloudPorts): Promise<string> {
  const url = ports.environment('ACTIONS_ID_TOKEN_REQUEST_URL');
  const bearer = ports.environment('ACTIONS_ID_TOKEN_REQUEST_TOKEN');
  if (url === undefined || bearer === undefined) {
    const message = 'GitHub gives this job no ID token, so it cannot say to a cloud who it is.';
    const remedy =
      'Grant the job "permissions: id-token: write", and every workflow that calls it as well; the pull request of a fork never gets one.';
    throw loginFailure('ID_TOKEN_NOT_PERMITTED', message, remedy);
  }
  ports.log.mask(bearer);
  const address = `${url}${url.includes('?') ? '&' : '?'}audience=${encodeURIComponent(audience)}`;
  const response = await askCloud(GITHUB, { url: address, headers: { authorization: `Bearer ${bearer}` } }, ports);
  const answer = await jsonOf(response);
  if (response.status !== 200) {
    const message = `${GITHUB} answered ${response.status}: ${textAt(answer, 'message') || 'no reason was given'}`;
    throw loginFailure('ID_TOKEN_REFUSED', message, 'Run the job again; look at githubstatus.com.');
  }
  const token = textAt(answer, 'value');
  if (token === '') throw strangeAnswer(GITHUB, 'a token');
  ports.log.mask(token);
  return token;
}
