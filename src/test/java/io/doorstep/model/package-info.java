/** The language model's own tests, and a server that speaks OpenRouter's wire format for everybody's. */
@org.jspecify.annotations.NullMarked
package io.doorstep.model;
