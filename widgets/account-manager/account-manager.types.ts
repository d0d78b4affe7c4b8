export const managerFields = ['photo', 'title', 'email', 'phone', 'cell-phone', 'chat'] as const;
export type ManagerField = (typeof managerFields)[number];

export type ContactKind = Exclude<ManagerField, 'photo' | 'title'>;

export interface AccountManagerAttributes {
  readonly fields: readonly ManagerField[];
  readonly layout: 'card' | 'inline';
}

/** `detail` of `hasoffers-contact`. */
export interface Contact {
  readonly kind: ContactKind;
  readonly value: string;
}
