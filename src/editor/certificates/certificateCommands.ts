/** What the commands about certificates do: loaded when one of them is first asked for. */
export { fetchAuthorities } from './fetchAuthorities';
export { restoreEndpoint } from './endpoint/endpointPanel';
export { inspectEndpointCommand } from './endpoint/inspectEndpointCommand';
export { makeRequestConfiguration } from './makeRequestConfiguration';
export { askCertificate } from './specification/askCertificate';
export { newSpecification } from './specification/newSpecification';
export { useInSpecification } from './specification/useInSpecification';
