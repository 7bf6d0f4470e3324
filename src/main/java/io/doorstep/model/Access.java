package io.doorstep.model;

import java.util.List;

/** What an agency's calls are made with. */
record Access(String key, List<String> models, long budgetMicros) {}
