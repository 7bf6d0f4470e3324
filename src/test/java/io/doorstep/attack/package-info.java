/**
 * The API attacked from outside. The routes come from the dispatcher and the contract, so a new one is attacked the day it is added; what may be
 * supplied to it stands in {@code Supplies}, who may use it in {@code attack/routes.txt}. A route without either fails the build.
 */
@org.jspecify.annotations.NullMarked
package io.doorstep.attack;
