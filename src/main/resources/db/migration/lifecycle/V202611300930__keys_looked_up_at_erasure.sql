-- A row may go when nothing refers to it; that is looked up for each row, by the key of whoever might. Where no index holds that key, every look
-- walks over all that the agency has just lost, and the erasure of 50,000 deals takes the square of what it should.
create index next_action_of_deal on next_action (tenant_id, deal_id);
create index touch_of_conversation on touch (tenant_id, conversation_id) where conversation_id is not null;
create index model_call_of_conversation on model_call (tenant_id, conversation_id) where conversation_id is not null;
create index contribution_of_fact on contribution (tenant_id, fact_id) where fact_id is not null;
create index lead_folded_into on lead (tenant_id, folded_into) where folded_into is not null;
create index standing_of_qualification on standing (tenant_id, qualification_id);
create index score_override_of_lead on score_override (tenant_id, lead_id);
