/**
 * JSON Schema of a device storage file, written from IAB Europe's "Vendor Device Storage & Operational Disclosures", version
 * 1.1 as changed in January 2026. What the text asks for in words stands here as conditions.
 */
const purposes = {
  type: 'array',
  items: { type: 'integer', minimum: 1, maximum: 11 },
  uniqueItems: true,
}
const specialPurposes = { ...purposes, items: { type: 'integer', minimum: 1, maximum: 3 } }
const domain = { type: 'string', pattern: '^(?!https?:)[^/\\s]+$' }

const disclosure = {
  type: 'object',
  required: ['identifier', 'type', 'maxAgeSeconds', 'purposes'],
  additionalProperties: false,
  properties: {
    // A wildcard alone is invalid.
    identifier: { type: 'string', minLength: 1, not: { const: '*' } },
    type: { enum: ['cookie', 'web', 'app'] },
    maxAgeSeconds: { type: ['integer', 'null'], minimum: 0 },
    cookieRefresh: { type: 'boolean' },
    domains: { type: 'array', items: domain, minItems: 1 },
    domain,
    purposes,
    specialPurposes,
    description: { type: 'string' },
    optOut: { type: 'boolean' },
  },
  // Not both, and one of them for cookies and web storage.
  not: { required: ['domain', 'domains'] },
  oneOf: [
    {
      properties: { type: { const: 'cookie' }, maxAgeSeconds: { type: 'integer' } },
      required: ['cookieRefresh'],
      anyOf: [{ required: ['domains'] }, { required: ['domain'] }],
    },
    {
      properties: { type: { const: 'web' }, maxAgeSeconds: { type: 'null' } },
      anyOf: [{ required: ['domains'] }, { required: ['domain'] }],
    },
    { properties: { type: { const: 'app' }, maxAgeSeconds: { type: 'null' } } },
  ],
}

const named = (key: string, rule: object): object => ({
  type: 'object',
  required: [key, 'purposes'],
  additionalProperties: false,
  properties: { [key]: rule, purposes, specialPurposes, use: { type: 'string' } },
})

/** The schema, for ajv. */
export const deviceStorageSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['disclosures', 'domains'],
  additionalProperties: false,
  properties: {
    disclosures: { type: 'array', items: disclosure },
    domains: { type: 'array', items: named('domain', domain) },
    sdks: { type: 'array', items: named('name', { type: 'string', minLength: 1 }) },
  },
}
