/** TC strings, written by the IAB's own encoder, as a platform writes them once a reader has answered. */
import { GVL, PurposeRestriction, RestrictionType, TCModel, TCString } from '@iabtechlabtcf/core'

/** What the reader and the publisher have said. */
export interface Answer {
  /** Purposes that the publisher itself may follow, by consent. */
  publisher?: number[]
  /** The same, by legitimate interest, not objected to. */
  interests?: number[]
  /** Purposes that vendors may follow, by consent. */
  vendors?: number[]
  /** Purposes that the publisher forbids to vendor 2. */
  forbidden?: number[]
  /** Whether purpose 1 was never asked for, as in countries where that needs no consent. */
  isFirstLeftOut?: boolean
}

const PURPOSES = Array.from({ length: 11 }, (_, index) => index + 1)

/** A list of one vendor, in the place of IAB Europe's list of a thousand. */
const gvl = new GVL({
  gvlSpecificationVersion: 3,
  vendorListVersion: 48,
  tcfPolicyVersion: 4, // TCF 2.2
  lastUpdated: '2024-04-18T16:00:23Z',
  purposes: Object.fromEntries(
    PURPOSES.map((id) => [
      id,
      { id, name: `Purpose ${id}`, description: '', illustrations: [], descriptionLegal: '' },
    ]),
  ),
  specialPurposes: {},
  features: {},
  specialFeatures: {},
  stacks: {},
  dataCategories: {},
  vendors: {
    2: {
      id: 2,
      name: 'A vendor',
      purposes: PURPOSES,
      legIntPurposes: [],
      flexiblePurposes: [],
      specialPurposes: [],
      features: [],
      specialFeatures: [],
      policyUrl: 'https://vendor.example/',
      usesCookies: false,
      cookieMaxAgeSeconds: null,
      cookieRefresh: false,
      usesNonCookieAccess: false,
    },
  },
})

/** Writes a string of TCF 2.2, such as `CQ…AAAA.YAAAAAAAAAA`. */
export function writeTcString(answer: Answer): string {
  const { publisher = [], interests = [], vendors = [], forbidden = [], isFirstLeftOut } = answer
  const model = new TCModel(gvl)
  model.cmpId = 10
  model.cmpVersion = 1
  model.publisherCountryCode = 'FR'
  model.isServiceSpecific = true
  model.purposeOneTreatment = isFirstLeftOut === true
  model.publisherConsents.set(publisher)
  model.publisherLegitimateInterests.set(interests)
  model.purposeConsents.set(vendors)
  model.vendorConsents.set(2)
  for (const id of forbidden)
    model.publisherRestrictions.add(2, new PurposeRestriction(id, RestrictionType.NOT_ALLOWED))
  return TCString.encode(model)
}
