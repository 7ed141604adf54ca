/** The agencies of the samples: the nine of IOC-2, the prosecutors, and the foreign partner. */
export const AGENCIES = ['ATF', 'DEA', 'FBI', 'ICE', 'IRS-CI', 'USPIS', 'USSS', 'DSS', 'DOL-OIG', 'USAO', 'ICRF'];
