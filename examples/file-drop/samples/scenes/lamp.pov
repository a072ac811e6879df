// SPDX-License-Identifier: Apache-2.0
// A desk lamp with brass joints, switched on, before dark paper.
#include "studio.inc"

#declare Lacquer = texture {
  pigment { color srgb <0.87, 0.62, 0.18> }
  finish { diffuse 0.78 specular 0.25 roughness 0.02 reflection { 0.0, 0.7 fresnel on } conserve_energy }
}
#declare Brass = Brushed(srgb <0.83, 0.66, 0.38>, 0.01, 0.12)
#declare Elbow = <-0.42, 0.98, 0>;
#declare Head = <0.30, 1.42, 0>;

#declare Shade = lathe {
  cubic_spline 13,
  <-0.02, 0.30>, <0.00, 0.30>, <0.075, 0.295>, <0.095, 0.26>, <0.12, 0.16>, <0.22, 0.05>, <0.275, -0.115>, <0.268, -0.12>,
  <0.205, 0.04>, <0.105, 0.15>, <0.08, 0.25>, <0.00, 0.27>, <-0.02, 0.27>
}
#declare Product = union {
  object { Round_Cylinder_Union(0, y * 0.055, 0.34, 0.022) texture { Lacquer } interior { ior 1.5 } }
  cylinder { y * 0.05, y * 0.10, 0.045 texture { Brass } }
  cylinder { y * 0.08, Elbow, 0.019 texture { Lacquer } interior { ior 1.5 } }
  cylinder { Elbow, Head, 0.019 texture { Lacquer } interior { ior 1.5 } }
  object { Round_Cylinder_Union(Elbow - z * 0.05, Elbow + z * 0.05, 0.048, 0.01) texture { Brass } }
  sphere { Elbow - z * 0.052, 0.018 texture { Brass } }
  object { Round_Cylinder_Union(Head - z * 0.045, Head + z * 0.045, 0.042, 0.01) texture { Brass } }
  union {
    object { Shade texture { Lacquer } interior { ior 1.5 } }
    cylinder { y * 0.29, y * 0.36, 0.035 texture { Brass } }
    sphere { y * 0.03, 0.075 pigment { color rgb 1 } finish { diffuse 0 emission <1.5, 1.3, 0.95> } no_shadow }
    #if (!Mask)
      light_source { y * 0.02 color rgb <1.1, 0.85, 0.5> fade_distance 0.7 fade_power 2 }
    #end
    translate y * -0.36
    rotate z * 24
    translate Head
  }
}

Studio_Camera(<0.5, 1.35, -6.4>, <-0.03, 0.76, 0>, 22)
Studio_Lights(0.55, 0.35, 0.5)
Backdrop_Sweep(Paper(srgb <0.20, 0.23, 0.28>), 2, 2.5)
object { Product rotate y * 12 }
