import { describe, expect, test } from '@jest/globals';
import { prune } from '../../scripts/prune-openapi.ts';

const get = { summary: 'Gets a pet', responses: { 200: { schema: { $ref: '#/components/schemas/pet' } } } };
const DESCRIPTION = {
  openapi: '3.0.3',
  paths: { '/pets': { get, delete: {} }, '/cars': { get: {} } },
  components: {
    schemas: {
      pet: {
        title: 'Pet',
        properties: { title: { type: 'string', description: 'Its title' }, owner: { $ref: '#/components/schemas/owner' } },
      },
      owner: { properties: { pets: { items: { $ref: '#/components/schemas/pet' } } } },
      car: {},
    },
  },
};

describe('a pruned description', () => {
  test('holds the routes, all that they refer to, and nothing that is only for people', () => {
    expect(prune(DESCRIPTION, '1.2.3', [['/pets', 'get']])).toEqual({
      openapi: '3.0.3',
      info: { title: '@octokit/openapi 1.2.3', version: '1.2.3' },
      paths: { '/pets': { get: { responses: { 200: { schema: { $ref: '#/components/schemas/pet' } } } } } },
      components: {
        schemas: {
          pet: { properties: { title: { type: 'string' }, owner: { $ref: '#/components/schemas/owner' } } },
          owner: { properties: { pets: { items: { $ref: '#/components/schemas/pet' } } } },
        },
      },
    });
  });

  test('cannot be had of a route that is not there', () => {
    expect(() => prune(DESCRIPTION, '1.2.3', [['/pets', 'post']])).toThrow('no post /pets');
  });
});
