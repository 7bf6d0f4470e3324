/** Why the built-in engine answers where a model was chosen, and what to do about it. */
export const builtInBecause = {
  NO_KEY: 'There is no key to call a model with. Enter one in Settings, Assistant.',
  OVER_BUDGET: "This month's budget for the model is used up. It starts anew next month, or raise it in Settings, Assistant.",
  KEY_REFUSED: 'The provider refused the key. Enter a new one in Settings, Assistant.',
  OUT_OF_CREDIT: 'The account at the provider has no credit left. Top it up there.',
  PROVIDER_FAILS: "The model's provider did not answer as it should. It is tried again with the next message.",
}
